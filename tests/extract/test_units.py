"""What becomes a unit: where texts begin and end, and what is told of each."""

import pytest
from lxml import html as lxml_html

from auditor.model import Region, Role
from tests.extract.pages import body, copy, texts, unit

CARDS = """
<main><section><h2>What we do</h2><div class="grid">
  <div class="card"><h3>Roofs</h3><p>We mend roofs. You stay dry.</p><a class="btn" href="/roofs">See roofs</a></div>
  <div class="card"><h3>Gutters</h3><p>We clear gutters in St. Ives, approx. 2 hours each.</p>
    <a class="btn" href="/gutters">See gutters</a></div>
</div></section></main>"""


def test_a_card_gives_its_title_its_sentences_and_its_button() -> None:
    page = body(CARDS)
    assert texts(page) == [
        "What we do",
        "Roofs",
        "We mend roofs.",
        "You stay dry.",
        "See roofs",
        "Gutters",
        "We clear gutters in St. Ives, approx. 2 hours each.",
        "See gutters",
    ]
    assert [unit.role for unit in page.units[:5]] == [
        Role.HEADING,
        Role.HEADING,
        Role.SENTENCE,
        Role.SENTENCE,
        Role.BUTTON,
    ]
    assert unit(page, "Roofs").level == 3
    assert unit(page, "See roofs").href == "/roofs"


def test_a_unit_knows_the_heading_above_it_and_the_unit_before_it() -> None:
    page = body(CARDS)
    assert unit(page, "You stay dry.").heading == "Roofs"
    assert unit(page, "You stay dry.").before == "We mend roofs."
    assert unit(page, "See gutters").heading == "Gutters"
    assert unit(page, "What we do").before == ""


def test_units_of_one_card_share_a_block_only_where_they_share_a_paragraph() -> None:
    page = body(CARDS)
    assert unit(page, "We mend roofs.").block == unit(page, "You stay dry.").block
    assert unit(page, "Roofs").block != unit(page, "We mend roofs.").block


def test_lines_of_a_heading_are_one_headline() -> None:
    page = body("<h1>Drains cleared<br>before <span style='color:red'>breakfast</span></h1>")
    assert texts(page) == ["Drains cleared before breakfast"]


def test_inline_markup_does_not_part_a_sentence() -> None:
    page = body(
        "<p>We <b>clear</b> <a href='/x'>drains</a>, <em>fast</em>.</p><p><span>Call</span> <span>us today.</span></p>"
    )
    assert texts(page) == ["We clear drains, fast.", "Call us today."]


def test_letters_set_apart_for_an_animation_are_one_word() -> None:
    page = body("<h1><span>F</span><span>a</span><span>st</span> work</h1><p><b>W</b>elcome home.</p>")
    assert texts(page) == ["Fast work", "Welcome home."]


def test_buttons_and_badges_side_by_side_are_texts_of_their_own() -> None:
    page = body(
        "<div><a href='/a' class=btn>Get a price</a> <a href='/b' class=btn>Call us</a></div>"
        "<p><span class=badge>Free quotes</span> <span class=badge>Same day</span></p>"
        "<ul><li><strong>39</strong><span>Boats built</span></li></ul>"
    )
    assert texts(page) == ["Get a price", "Call us", "Free quotes", "Same day", "39", "Boats built"]


@pytest.mark.parametrize("wrong", ["</br>", "</BR>", "</br >", "</br/>"])
def test_the_end_of_a_break_breaks_the_line_as_it_does_in_a_browser(wrong):
    right = body("<p>Mill Works<br>12 Canal Road<br>Leeds</p>").units
    assert [unit.text for unit in body(f"<p>Mill Works{wrong}12 Canal Road{wrong}Leeds</p>").units] == [
        unit.text for unit in right
    ]


def test_lines_of_an_address_part_and_lines_of_a_sentence_do_not() -> None:
    page = body("<p>Mill Works<br>12 Canal Road<br>Leeds</p><p>We repair pumps for<br>farms and<br>small dairies.</p>")
    assert texts(page) == ["Mill Works", "12 Canal Road", "Leeds", "We repair pumps for farms and small dairies."]


def test_two_line_breaks_part_paragraphs() -> None:
    assert texts(body("<div>We sell hay<br><br>and we sell oats</div>")) == ["We sell hay", "and we sell oats"]


def test_bullets_in_one_paragraph_are_bullets() -> None:
    assert texts(body("<p>• Fast work • Fair prices • Clean vans</p>")) == ["Fast work", "Fair prices", "Clean vans"]


def test_a_list_gives_bullets_and_a_long_item_gives_sentences() -> None:
    page = body("<ul><li>Clean vans</li><li>We come. We see. We mend it.</li></ul>")
    assert [(unit.text, unit.role) for unit in page.units] == [
        ("Clean vans", Role.BULLET),
        ("We come.", Role.SENTENCE),
        ("We see.", Role.SENTENCE),
        ("We mend it.", Role.SENTENCE),
    ]


def test_a_table_gives_its_cells() -> None:
    page = body("<table><tr><th>Size</th><th>Price</th></tr><tr><td>2.5 in.</td><td>$4.00</td></tr></table>")
    assert [(unit.text, unit.role) for unit in page.units] == [
        ("Size", Role.CELL),
        ("Price", Role.CELL),
        ("2.5 in.", Role.CELL),
        ("$4.00", Role.CELL),
    ]


def test_a_definition_list_gives_terms_as_headings() -> None:
    page = body("<dl><dt>Warranty</dt><dd>Two years on parts.</dd></dl>")
    assert unit(page, "Warranty").role is Role.HEADING
    assert unit(page, "Two years on parts.").heading == "Warranty"


def test_a_form_says_its_labels_fields_and_buttons() -> None:
    page = body(
        "<form><label>Your name <input name=n></label><input placeholder='Phone number'><input type=hidden value=secret>"
        "<select><option>Your town</option><option>Leeds</option></select><textarea placeholder='How can we help?'></textarea>"
        "<input type=submit value='Send it'></form>"
    )
    assert texts(page) == ["Your name", "Phone number", "Your town", "How can we help?", "Send it"]
    assert unit(page, "Send it").role is Role.BUTTON
    assert unit(page, "Phone number").role is Role.CAPTION


def test_a_quotation_knows_who_said_it() -> None:
    page = body(
        "<blockquote><p>They fixed our boiler in an hour. We were warm by noon.</p><cite>Ada Byron, Hull</cite></blockquote>"
        "<div class='testimonial'><div class=stars>★★★★★</div><p>The crew came back twice until the leak was gone.</p>"
        "<div class='author'>Tom Reed</div></div>"
        "<div><div>“Half the price of the last firm, and tidier.”</div><div>Mia Long</div></div>"
    )
    assert unit(page, "We were warm by noon.").role is Role.QUOTE
    assert unit(page, "We were warm by noon.").cite == "Ada Byron, Hull"
    assert unit(page, "The crew came back twice until the leak was gone.").cite == "Tom Reed"
    assert unit(page, "“Half the price of the last firm, and tidier.”").cite == "Mia Long"
    assert "★★★★★" not in texts(page)


def test_bold_paragraphs_that_stand_as_headings_are_headings() -> None:
    page = body("<h2>Why us</h2><p><strong>Local crews</strong></p><p>We live here.</p>")
    assert unit(page, "Local crews").role is Role.HEADING
    assert unit(page, "We live here.").heading == "Local crews"


def test_texts_are_exact_and_free_of_what_shows_nothing() -> None:
    page = body(
        "<p>Soft\u00adware for the\u200b dairy\u00a0farm\u2019s e\ufb03cient day.</p><!-- not this --><p>A<!-- x -->B</p>"
    )
    assert texts(page) == ["Software for the dairy farm\u2019s efficient day.", "AB"]


def test_the_selector_finds_the_element() -> None:
    html = "<div><p>One.</p></div><div id=team><ul><li>Two</li><li>Three</li></ul><table><tr><td>Four</td></tr></table></div>"
    page = body(html)
    tree = lxml_html.document_fromstring(f"<html><body>{html}</body></html>")
    for found in page.units:
        elements = [element for element in _select(tree, found.selector) if element.text == found.text]
        assert elements, found


def _select(tree: lxml_html.HtmlElement, selector: str) -> list[lxml_html.HtmlElement]:
    from parsel.csstranslator import HTMLTranslator

    return tree.xpath(HTMLTranslator().css_to_xpath(selector))


def test_identities_hold_where_the_text_around_changes() -> None:
    before = body("<p>We mend roofs.</p><p>Call us.</p><p>Call us.</p>")
    after = body("<h1>New!</h1><p>We mend roofs.</p><p>Call us.</p><p>Call us.</p>")
    assert {unit.id for unit in before.units} < {unit.id for unit in after.units}
    assert len({unit.id for unit in before.units}) == 3


def test_the_same_text_on_another_page_is_another_unit() -> None:
    assert body("<p>Call us.</p>", "/a").units[0].id != body("<p>Call us.</p>", "/b").units[0].id


def test_texts_in_a_drawing_are_captions() -> None:
    page = body("<svg viewBox='0 0 400 300'><title>Hidden name</title><text>85 mm</text></svg>")
    assert [(unit.text, unit.role) for unit in page.units] == [("85 mm", Role.CAPTION)]


def test_copy_keeps_its_order() -> None:
    page = body(CARDS)
    assert [unit.order for unit in page.units] == list(range(len(page.units)))
    assert all(unit.region is Region.FIRST for unit in page.units if unit.text == "What we do")
    assert copy(page) == texts(page)


def test_quotations_line_by_line_know_their_names() -> None:
    page = body(
        '<div>"They came within the hour. We were warm by noon."<br>Mr. A. Byron, Hull<br><br>'
        '"Half the price of the last firm, and tidier."<br>Mia Long<br></div>'
    )
    assert unit(page, '"They came within the hour.').role is Role.QUOTE
    assert unit(page, '"They came within the hour.').cite == "Mr. A. Byron, Hull"
    assert unit(page, '"Half the price of the last firm, and tidier."').cite == "Mia Long"
    assert unit(page, "Mia Long").role is not Role.QUOTE


def test_a_question_on_a_button_is_a_heading() -> None:
    page = body("<button>Do you mend flat roofs?</button><p>Yes, we do.</p>")
    assert unit(page, "Do you mend flat roofs?").role is Role.HEADING
    assert unit(page, "Yes, we do.").heading == "Do you mend flat roofs?"


def test_the_mark_by_which_a_question_is_opened_is_none_of_its_words() -> None:
    ask = "<details><summary>What does it cost?<span>+</span></summary><p>Ask us.</p></details>"
    assert texts(body(ask)) == ["What does it cost?", "Ask us."]
    assert texts(body("<h2>Is it slow? <i>▾</i></h2>")) == ["Is it slow?"]
    assert texts(body("<h2>Over 100<span>+</span></h2>")) == ["Over 100+"]


def test_a_paragraph_inside_a_heading_is_the_heading() -> None:
    page = body("<h3><p>Flat roofs</p></h3><p>We mend those too.</p>")
    assert (unit(page, "Flat roofs").role, unit(page, "Flat roofs").level) == (Role.HEADING, 3)
    assert unit(page, "We mend those too.").role is Role.SENTENCE


def test_a_table_that_arranges_the_page_has_no_cells() -> None:
    page = body("<table><tr><td><h1>Dry again</h1><p>We mend roofs.</p></td><td>Call us</td></tr></table>")
    assert [unit.role for unit in page.units] == [Role.HEADING, Role.SENTENCE, Role.SENTENCE]


def test_a_short_quotation_that_the_markup_names_is_one() -> None:
    page = body("<main><blockquote><p>They saved our harvest.</p><cite>Jo Ray, Hilltop</cite></blockquote></main>")
    said = unit(page, "They saved our harvest.")
    assert (said.role, said.cite) == (Role.QUOTE, "Jo Ray, Hilltop")


def test_a_customers_words_without_a_stop_are_a_quotation_over_a_name() -> None:
    words = "turned up on the friday, dry by teatime, cant fault the lads"
    page = body(f"<main><blockquote><p>{words}</p><cite>Enid Marl, Batley</cite></blockquote></main>")
    said = unit(page, words)
    assert (said.role, said.cite) == (Role.QUOTE, "Enid Marl, Batley")
    plain = body(f"<main><blockquote><p>{words}</p></blockquote><p>Enid Marl, Batley</p></main>")
    assert unit(plain, words).role is Role.SENTENCE


def test_a_phone_link_in_a_sentence_keeps_what_it_dials() -> None:
    page = body('<main><p>Call <a href="tel:+15552013049">555 201 3040</a> for a quote today.</p></main>')
    assert [(link.url, link.text, link.internal) for link in page.links] == [
        ("tel:+15552013049", "555 201 3040", False)
    ]


def test_a_label_beside_a_quotation_is_nobodys_name() -> None:
    page = body(
        "<div><p>“Big or small, we mend them all!”</p><p class=pic><b>Pictured:</b><br>Ann at the lathe.</p></div>"
    )
    assert {unit.cite for unit in page.units} == {""}
    page = body(
        "<blockquote>Open all year, every day from nine till dark.<br>Special note<br>The road is shut.</blockquote>"
    )
    assert {unit.cite for unit in page.units} == {""}


def test_where_a_review_was_given_is_nobodys_name() -> None:
    page = body(
        "<div class=card><h3>Ada B</h3><p>“They fixed our boiler in an hour.”</p><span>Google review</span></div>"
        "<div class=card><p>“Half the price of the last firm, and tidier.”</p><p class=source>Posted on Google</p>"
        "<p>Mia Long</p></div>"
        "<div>“We were warm again by noon that day.”<br>Verified buyer<br>Tom Reed</div>"
    )
    assert unit(page, "“They fixed our boiler in an hour.”").cite == ""
    assert unit(page, "“Half the price of the last firm, and tidier.”").cite == "Mia Long"
    assert unit(page, "“We were warm again by noon that day.”").cite == "Tom Reed"
