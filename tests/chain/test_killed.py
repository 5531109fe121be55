"""Each stage of the chain killed at several points: the next run ends as an undisturbed one does.

`./inv bench.crash` does the same at fifty points a stage.
"""

import pytest

from bench.crash import points, try_point
from bench.stages import STAGES, Workshop

POINTS = 4


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    return Workshop.open(tmp_path_factory.mktemp("killed"))


@pytest.mark.parametrize("stage", STAGES)
def test_a_killed_stage_is_finished_by_the_next_run(shop, stage):
    for point in points(shop, stage, POINTS, seed=7):
        assert try_point(shop, stage, point) == []
