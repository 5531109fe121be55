"""Twins: copies of a story are grouped, stories of one mould are not."""

import random

import pytest
from growth import grows_evenly
from newsdesk.twins import Sketch, are_twins, clusters, sketch

STORY = """The port of Aktau will close two of its nine berths in March so that divers can replace
fenders damaged by winter storms, the harbour master Daulet Sarsenov said on Tuesday. Ferries to
Baku will run every second day until the work is done. Grain exporters had asked for a delay,
because elevators along the Caspian hold 180,000 tonnes that were due to leave for Iran before the
end of the month. The ministry of transport refused, saying that a berth had almost failed in
January when a tanker struck it in fog. Railway wagons will be held at Mangystau for up to six
days. Shipping agents expect freight rates to rise by a tenth. A dredger from Turkmenbashi is to
deepen the channel at the same time, which will allow vessels of 7,000 tonnes to load fully for the
first time since 2019. The sea has fallen by a metre in four years."""
FRAME = """Shares in {city} rose {a} percent on {day} as banks and builders gained, while traders
waited for the central bank to set its rate. The main index closed at {b} points, with {c} million
shares changing hands. {one} added {d} percent and {two} lost {e} percent. Dealers said volumes were
thin before the holiday and that foreign funds had been small net buyers for a week. The currency
was steady at {f} to the dollar. Analysts expect the index to stay in a narrow range this month."""


def report(city, seed):
    pick = random.Random(seed)
    numbers = {key: f"{pick.uniform(1, 900):.2f}" for key in "abcdef"}
    names = dict(zip(("one", "two"), pick.sample(FIRMS, 2), strict=True))
    return FRAME.format(city=city, day=pick.choice(("Monday", "Friday")), **numbers, **names)


FIRMS = ["Orvane", "Tellusbank", "Kormet", "Halden Steel", "Maribor Foods", "Zenith Cement"]


def test_a_truncated_copy_is_a_twin():
    assert are_twins(sketch([STORY]), sketch([STORY[:420]]))


def test_an_edited_copy_is_a_twin():
    edited = STORY.replace("on Tuesday", "late on Tuesday").replace("refused", "said no")
    assert are_twins(sketch([STORY]), sketch([edited]))


def test_a_story_merged_into_a_longer_one_is_a_twin():
    assert are_twins(sketch([STORY]), sketch([report("Astana", 1), STORY, report("Baku", 2)]))


def test_market_reports_from_one_mould_are_not_twins():
    assert not are_twins(sketch([report("Astana", 3)]), sketch([report("Astana", 4)]))


def test_short_forms_are_never_twins():
    one, two = "The board of Orvane set a dividend of 12 cents.", "The board of Kormet set one."
    assert not are_twins(sketch([one]), sketch([two]))


def test_chinese_stories_are_compared_by_character():
    story = "中国中部城市的一座新桥周三通车，官员说这将使两岸居民的出行时间缩短一半。" * 2
    other = "日本北部的渔民周五表示，今年的鲑鱼捕获量降至三十年来最低，海水变暖是主要原因。" * 2
    assert are_twins(sketch([story]), sketch([story[:50]]))
    assert not are_twins(sketch([story]), sketch([other]))


def test_groups_join_step_by_step_and_do_not_depend_on_order():
    texts = {"c": STORY, "a": STORY[:500], "b": STORY + report("Baku", 5), "x": report("Oran", 6)}
    sketches = {key: sketch([text]) for key, text in texts.items()}
    backwards = dict(reversed(sketches.items()))
    assert clusters(sketches) == clusters(backwards) == [("a", "b", "c")]


def test_a_sketch_survives_packing():
    made = sketch([STORY])
    assert Sketch.unpack(made.pack()) == made


@pytest.mark.alone
def test_grouping_grows_with_the_stories_not_with_their_pairs():
    def of_one_mould(number):
        return {str(n): sketch([report("Oran", n)]) for n in range(number)}

    assert grows_evenly(clusters, of_one_mould, 1500)
