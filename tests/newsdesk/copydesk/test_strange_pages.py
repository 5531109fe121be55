"""What pages of formats nobody had seen got wrong, one story each."""

from .test_formats import cleaned

BODY = (
    "The ferry between Kelby and the outer isles sailed again on Thursday after eleven weeks.\n\n"
    "Some 240 people live on the three islands. Many had stored flour since October.\n"
)


def test_an_update_of_the_datelines_day_tells_its_year() -> None:
    article = cleaned(
        f"Ferry sails again\n\nUpdated: March 6, 2025 17:25\n\nKELBY, March 6 (AP) - {BODY}"
    )
    assert "2025-03-06" == str(article.date)


def test_an_update_of_another_day_tells_no_year() -> None:
    article = cleaned(
        f"Ferry sails again\n\nUpdated: March 9, 2025 17:25\n\nKELBY, March 6 (AP) - {BODY}"
    )
    assert (None, "XXXX-03-06") == (article.date, article.partial_date)


def test_a_caption_in_capitals_is_no_dateline() -> None:
    caption = "STRANDED. Crews wait at the pier of Kelby on Sunday. (Photo courtesy of Fen Rescue)"
    article = cleaned(f"Ferry sails again\n\nBy Jo Lind\n\n{caption}\n\nKELBY TOWN – {BODY}")
    assert "Kelby Town" == article.place
    assert article.paragraphs[0].startswith("The ferry between")


def test_text_escaped_twice_is_read_as_it_was_meant() -> None:
    article = cleaned(f"Ferry sails again\n\n{BODY}\n&amp;ldquo;Good,&amp;rdquo; said the cook.\n")
    assert "“Good,” said the cook." == article.paragraphs[-1]


def test_lines_that_a_sentence_points_back_at_stay() -> None:
    told = "Those three words hang above the desk now, painted by the cook on a plank of oak."
    article = cleaned(
        f"Ferry drops its buttons\n\n{BODY}\nFacebook\n\nTwitter\n\nWhatsApp\n\n{told}\n"
    )
    assert ("Facebook", "Twitter", "WhatsApp", told) == article.paragraphs[-4:]


def test_a_state_in_brackets_is_no_agency() -> None:
    article = cleaned(f"Ferry sails again\n\nKelby (Fen County) [Wales], March 12, 2025: {BODY}")
    assert ("Kelby", "") == (article.place, article.source)
