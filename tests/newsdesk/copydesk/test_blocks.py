from hypothesis import given
from hypothesis import strategies as st
from newsdesk.copydesk.blocks import read_blocks

PIECES = st.sampled_from(
    [
        "Kelby",
        " ",
        "\n",
        "\r\n",
        "\\r\\n",
        "&amp;",
        "\u00a0",
        "\u200c",
        "<br>",
        "\t",
        "\x00",
        "word. ",
        "—",
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_every_character_knows_its_place(text: str) -> None:
    last = -1
    for block in read_blocks(text):
        assert len(block.text) == len(block.offsets)
        assert list(block.offsets) == sorted(block.offsets)
        assert last < block.start <= block.end <= len(text)
        last = block.end - 1


def test_wrapped_lines_are_joined_and_paragraphs_are_not() -> None:
    text = (
        "The ferry between Kelby and the outer islands sailed again on Thursday after\n"
        "eleven weeks in dry dock, ending a winter in which mail came by helicopter to\n"
        "the pier.\n\nNobody raced the boat.\n"
    )
    assert 2 == len(read_blocks(text))


COLUMN = (
    "BEES RIDE THE NIGHT TRAM\nTO THE MILL\n\nA swarm that had settled under a\n"
    "seat of the last tram was carried\nto the mill on Monday, where it sur-\n"
    "prised the baker, who left his state-\nment on the counter and his bread\n"
    "in the oven until the tram had gone\nback to the depot at the harbour.\n\n"
    "The bees stayed for a week, and the\nbaker sold their honey to the con-\n"
    "ductor and to the passengers. No-\nbody was stung.\n"
)


def test_the_narrow_column_of_a_printed_paper_is_joined() -> None:
    title, first, second = (block.text for block in read_blocks(COLUMN))
    assert title == "BEES RIDE THE NIGHT TRAM TO THE MILL"
    assert "surprised the baker, who left his statement on the counter" in first
    assert second.endswith("conductor and to the passengers. Nobody was stung.")


def test_verse_in_short_lines_is_no_column() -> None:
    lines = [f"The bee of line {n} went home" for n in range(12)]
    assert lines == [block.text for block in read_blocks("\n".join(lines))]


def test_a_compound_broken_at_its_hyphen_is_whole_again() -> None:
    text = (
        "The ferry between Kelby and the outer islands sailed again on Thursday, a well-\n"
        "known sight that had been missed all winter by the people who live on islands\n"
        "and by the gulls.\n"
    )
    assert "a well-known sight" in read_blocks(text)[0].text


def test_entities_and_the_persian_joiner() -> None:
    (block,) = read_blocks("Tea &amp; toast می\u200cشود")
    assert "Tea & toast می\u200cشود" == block.text
    assert "&" == "Tea &amp; toast می\u200cشود"[block.span(4, 5).start]


def test_a_windows_path_is_no_line_end() -> None:
    assert 1 == len(read_blocks("The file C:\\news\\notes is gone, said the clerk."))


def test_a_text_saved_as_json_wrote_it_is_read_without_its_signs() -> None:
    saved = r"She wrote \"caf\u00e9\" and drew \ud83d\ude00 on http:\/\/kelby.example, C:\temp"
    told = r'She wrote "café" and drew 😀 on http://kelby.example, C:\temp'
    assert told == read_blocks(saved)[0].text


def test_spaces_that_do_not_break_part_words_as_others_do() -> None:
    text = (
        "The ferry between Kelby and the outer islands sailed again on Thursday after a\n"
        "winter in dry dock, and the people of the islands met it with a brass band.\n"
        "\n"
        "Share the road\n"
        "See also: the mill\n"
    )
    plain = [block.text for block in read_blocks(text)]
    assert plain == [block.text for block in read_blocks(text.replace(" ", "\u00a0"))]
    assert 3 == len(plain)


def test_a_quotation_in_pointed_marks_goes_on_over_the_line() -> None:
    lines = (
        "»Man verdient wenig, und man muss den Nebel mögen«, sagt Zabel. Er selbst habe",
        "beides erst nach zehn Jahren bemerkt, und da sei es zu spät gewesen, die Fähre",
        "zu verlassen.",
    )
    assert [" ".join(lines)] == [one.text for one in read_blocks("\n".join(lines))]


def test_fields_below_a_headline_that_fills_the_line_are_none_of_it() -> None:
    title = "Keeper's bridge: county names an overpass for the man who moved forty hives"
    story = (
        "The overpass that carries the county's road over the railway was named on Monday\nfor a "
    )
    story += "keeper of bees who was the only man in three counties willing to be called\nat night."
    text = f"{title}\nPaper: The Fen Sentinel\nSection: Local\n\n{story}"
    assert title == next(iter(read_blocks(text))).text


def test_an_indented_line_goes_on_flush_left() -> None:
    note = "    NOTE: Net of the third quarter includes a gain of\nSeptember 1986\n"
    text = f"    Revs 73.1 mln vs 73.6 mln\n{note}"
    assert ["Revs 73.1 mln vs 73.6 mln", " ".join(note.split())] == [
        block.text for block in read_blocks(text)
    ]


def test_a_margin_that_all_lines_but_the_first_have_parts_no_paragraph() -> None:
    margin = " " * 12
    lines = (
        "The council of Kelby on Wednesday issued voluntary guidelines for makers of",
        "lamps, asking them to help keep boats off the rocks by a mode that would dim",
        "the brighter ones at dusk.",
        "The rules also ask makers to tell the keepers of the lights what they change.",
    )
    blocks = read_blocks(lines[0] + "\n" + "\n".join(margin + line for line in lines[1:]))
    assert [" ".join(lines[:3]), lines[3]] == [block.text for block in blocks]
