from newsdesk.desks.proposals import propose_default_countries


def test_a_source_of_one_country_is_proposed():
    stories = [("Gulf Paper", ["AE"])] * 18 + [("Gulf Paper", ["IN", "AE"])] * 2
    (found,) = propose_default_countries(stories)
    assert ("AE", 1.0, 20) == (found.code, found.share, found.stories)
    assert '"Gulf Paper" = "AE"  # 100% of 20 stories' == str(found)


def test_a_wire_of_the_world_is_not():
    stories = [("Wire", [code]) for code in ("AE", "IN", "FR", "US") for _ in range(10)]
    assert [] == propose_default_countries(stories)


def test_few_stories_prove_nothing_and_settled_sources_are_left_alone():
    assert [] == propose_default_countries([("Small", ["AE"])] * 19)
    assert [] == propose_default_countries([("Big", ["AE"])] * 40, settled={"Big"})
