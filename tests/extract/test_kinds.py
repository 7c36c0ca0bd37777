"""What a page is for."""

import pytest

from auditor.model import PageKind
from tests.extract.pages import body, read

K = PageKind


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", K.HOME),
        ("/index.html", K.HOME),
        ("/en/", K.HOME),
        ("/default.aspx", K.HOME),
        ("/pricing", K.PRICING),
        ("/fees-and-admissions", K.PRICING),
        ("/feesandadmissions.html", K.PRICING),
        ("/plans-and-pricing.html", K.PRICING),
        ("/about.html", K.ABOUT),
        ("/aboutus.html", K.ABOUT),
        ("/our-story", K.ABOUT),
        ("/meet-the-team.html", K.ABOUT),
        ("/AboutUs.aspx", K.ABOUT),
        ("/company/leadership", K.ABOUT),
        ("/mission.html", K.MISSION),
        ("/safeguarding.html", K.POLICY),
        ("/equality-and-diversity.html", K.POLICY),
        ("/about/our-values", K.MISSION),
        ("/services.html", K.SERVICE),
        ("/accommodation.html", K.PRODUCT),
        ("/our-cottages", K.PRODUCT),
        ("/thank-you.html", K.OTHER),
        ("/services/quote-thank-you.html", K.OTHER),
        ("/services/roof-repair", K.SERVICE),
        ("/capabilities.html", K.SERVICE),
        ("/drain-cleaning-services.html", K.SERVICE),
        ("/practice-areas/divorce", K.SERVICE),
        ("/products/gx-200", K.PRODUCT),
        ("/new-products.html", K.PRODUCT),
        ("/industries/dairy", K.SOLUTION),
        ("/marketsserved.html", K.SOLUTION),
        ("/solutions/for-schools", K.SOLUTION),
        ("/reviews", K.TESTIMONIAL),
        ("/testimonials.html", K.TESTIMONIAL),
        ("/case-studies/hull-dairy", K.CUSTOMERS),
        ("/case-hull-dairy.html", K.CUSTOMERS),
        ("/portfolio.html", K.CUSTOMERS),
        ("/blog/why-slates-crack", K.BLOG),
        ("/blog-why-slates-crack.html", K.BLOG),
        ("/2024/05/slates/", K.BLOG),
        ("/news/new-van.html", K.BLOG),
        ("/how-to-clear-a-gutter.html", K.BLOG),
        ("/faq.html", K.SUPPORT),
        ("/faq-roofs.html", K.SUPPORT),
        ("/tech-support.html", K.SUPPORT),
        ("/help/returns-of-goods", K.SUPPORT),
        ("/datasheet-gx-200.html", K.DOCS),
        ("/docs/install", K.DOCS),
        ("/privacy-policy", K.POLICY),
        ("/terms-and-conditions.html", K.POLICY),
        ("/refund-policy", K.POLICY),
        ("/returns.html", K.POLICY),
        ("/vat-returns", K.SERVICE),
        ("/corporation-tax-returns.html", K.SERVICE),
        ("/services/tax-returns", K.SERVICE),
        ("/what-is-a-tax-return", K.BLOG),
        ("/careers", K.CAREERS),
        ("/jobs/roofer-leeds", K.CAREERS),
        ("/investors", K.INVESTORS),
        ("/contact-us.php", K.CONTACT),
        ("/get-a-free-estimate.html", K.CONTACT),
        ("/photo-video-gallery.html", K.OTHER),
        ("/conditions-of-hire", K.POLICY),
        ("/locations.html", K.CONTACT),
        ("/get-a-quote", K.CONTACT),
        ("/book-now", K.CONTACT),
        ("/thingamajig", K.OTHER),
    ],
)
def test_the_address_names_the_kind(path: str, kind: PageKind) -> None:
    page = body("<h1>Hale</h1><p>Some words.</p>", path)
    assert page.kind is kind, page.kind_why
    assert page.kind_why


@pytest.mark.parametrize(
    "title", ["Privacy Policy", "Terms and Conditions of Sale", "Cookie Notice", "Cancellation policy"]
)
def test_a_page_of_rules_is_told_by_its_name_where_its_address_says_nothing(title: str) -> None:
    copy = (
        "<p>Our services clean your home. Our cleaning service serves you. A service for every home we serve.</p>" * 4
    )
    page = read(
        f"<html><head><title>{title} - Hale Cleaning Services</title></head><body>{copy}</body></html>", "/x3.html"
    )
    assert page.kind is PageKind.POLICY, page.kind_why


def test_structured_data_tells_a_product_from_a_service() -> None:
    data = '<script type="application/ld+json">{"@graph":[{"@type":"Product","name":"GX"}]}</script>'
    page = read(f"<html><head>{data}</head><body><h1>GX-200</h1></body></html>", "/gx-200.html")
    assert (page.kind, page.kind_why) == (K.PRODUCT, "structured data: Product")


def test_the_menu_that_lists_a_page_tells_its_kind() -> None:
    nav = "<nav><ul><li><a href='#'>Our Treatments ▾</a><ul><li><a href='/veneers.html'>Veneers</a></li></ul></li></ul></nav>"
    page = body(f"{nav}<h1>Veneers</h1><p>Thin shells.</p>", "/veneers.html")
    assert (page.kind, page.kind_why) == (K.SERVICE, "menu: under Our Treatments")


def test_returns_that_are_filed_are_a_service_by_their_menu_label() -> None:
    nav = "<nav><a href='/p4.html'>Tax Returns</a><a href='/p5.html'>Returns</a></nav>"
    assert body(f"{nav}<h1>Filed by January</h1>", "/p4.html").kind is K.SERVICE
    assert body(f"{nav}<h1>Sent back</h1>", "/p5.html").kind is K.POLICY


def test_a_home_link_to_itself_makes_a_page_the_home_page() -> None:
    page = body(
        "<nav><a href='/site/start.html'>Home</a><a href='/site/b.html'>About</a></nav><h1>Hi</h1>", "/site/start.html"
    )
    assert page.kind is K.HOME


def test_the_heading_tells_where_the_address_does_not() -> None:
    assert body("<h1>Frequently asked questions</h1><p>Is it safe?</p>", "/p17").kind is K.SUPPORT
    assert body("<h1>Clean books at last</h1><p>Words.</p>", "/p17").kind is not K.BLOG


def test_the_copy_tells_a_service_from_a_product_at_last() -> None:
    service = (
        "We repair pumps on your farm. Our engineers come the same day. Call us and book a visit. We handle clients' parts. "
        * 3
    )
    product = (
        "Add to cart. In stock. SKU 4411. Specifications and dimensions below. Material: steel. Ships within a day. "
        * 3
    )
    assert body(f"<h1>Pump mending</h1><p>{service}</p>", "/pumps").kind is K.SERVICE
    assert body(f"<h1>GX-200</h1><p>{product}</p>", "/gx").kind is K.PRODUCT


def test_an_offer_that_ends_in_its_questions_stays_an_offer() -> None:
    told = "We mend pumps on your farm. Our fitters come the same day. Call us and book a visit. Clients keep the old part. "
    asked = "".join(f"<h3>{ask}</h3><p>{told}</p>" for ask in ("Do you come at night?", "Is it dear?", "How soon?"))
    heads = "".join(f"<h2>{head}</h2><p>{told}</p>" for head in ("What we mend", "How we work", "Where we drive"))
    assert body(f"<h1>Pump mending in Ansty</h1>{heads}{asked}", "/ansty-pumps").kind is K.SERVICE
    assert body(f"<h1>You ask</h1>{asked}{asked}", "/you-ask").kind is K.SUPPORT


def test_conditions_are_a_patients_where_they_are_treated_and_a_contracts_elsewhere() -> None:
    care = "We treat back pain and stiff necks. Patients tell us their symptoms, and treatment follows the diagnosis. "
    rule = "You return the van by noon. The deposit is kept where the tank is empty. The driver is over 25. "
    assert body(f"<h1>Conditions</h1><p>{care}{care}</p>", "/conditions").kind is K.SOLUTION
    assert body(f"<h1>Conditions</h1><p>{rule}{rule}</p>", "/conditions").kind is K.POLICY


def test_a_page_that_the_menu_names_by_its_heading_needs_fewer_words_of_an_offer() -> None:
    nav = "<nav><ul><li><a href='/stretching.html'>Stretching</a></li><li><a href='/way.html'>The way here</a></li></ul></nav>"
    told = (
        "Slow work on a mat, eight people in a room. Patients bring a towel. Clients of any age feel at ease here. " * 2
    )
    assert body(f"{nav}<h1>Stretching</h1><p>{told}</p>", "/stretching.html").kind is K.SERVICE
    assert body(f"<h1>Stretching</h1><p>{told}</p>", "/stretching.html").kind is not K.PRODUCT


def test_join_us_is_for_those_who_look_for_work_where_the_page_speaks_of_jobs_and_else_for_members() -> None:
    club = "Come on a Tuesday and bring a racket if you have one. Members of any age play doubles until nine. Tea is a pound. "
    firm = "Two jobs are open in the paint shop, full-time and part-time. Send your CV to Ann. Wages are paid weekly. "
    assert body(f"<h1>Join us</h1><p>{club}{club}</p>", "/join-us.html").kind is not K.CAREERS
    assert body(f"<h1>Join us</h1><p>{firm}{firm}</p>", "/join-us.html").kind is K.CAREERS
    assert body(f"<h1>Come along</h1><p>{club}{club}</p>", "/careers.html").kind is K.CAREERS


def test_support_that_is_sold_or_asked_for_is_no_help_page() -> None:
    sold = (
        "We keep your network running from nine to five. Our engineers come the same day. Call us and book a visit. "
        * 2
    )
    asked = (
        "Twenty pounds buys a lifejacket for a child. The boat house roof comes next, and every gift is doubled. " * 2
    )
    assert body(f"<h1>IT support</h1><p>{sold}</p>", "/it-support.html").kind is K.SERVICE
    assert body(f"<h1>Support us</h1><p>{asked}</p>", "/support-us.html").kind is K.OTHER
    assert body(f"<h1>Support</h1><p>{sold}</p>", "/support.html").kind is K.SUPPORT
    given = f"{asked} Donations reach us by bank, and a volunteer writes back. "
    assert body(f"<h1>Support</h1><p>{given}</p>", "/support.html").kind is K.OTHER
    paid = f"{sold} Sponsors write to us directly, and the sponsorship pays for it. "
    assert body(f"<h1>Support</h1><p>{paid}</p>", "/support.html").kind is K.SUPPORT
    assert body(f"<h1>Supported living</h1><p>{sold}</p>", "/support.html").kind is not K.SUPPORT
    assert body(f"<h1>Technical support</h1><p>{sold}</p>", "/technical-support.html").kind is K.SUPPORT
    assert body(f"<h1>Getting help</h1><p>{sold}</p>", "/support/help-at-night.html").kind is K.SUPPORT


def test_questions_as_headings_make_no_help_page_of_one_that_is_called_otherwise() -> None:
    told = (
        "Add to cart. In stock. SKU 4411. Material: oak. The dimensions stand below, and it ships within a week. " * 2
    )
    heads = "".join(f"<h2>{head}</h2><p>{told}</p>" for head in ("How thick?", "How long?", "Oiled?", "Sanded?"))
    assert body(f"<h1>Oak boards</h1>{heads}", "/oak-boards").kind is K.PRODUCT
    assert body(f"<h1>What people ask of boards</h1>{heads}", "/oak-boards").kind is K.SUPPORT


def test_an_offer_that_declares_its_questions_to_search_engines_stays_an_offer() -> None:
    data = '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "FAQPage"}</script>'
    told = "We bleed and fill brakes while you wait. Our fitters come to your yard. Call us and book a visit. " * 3
    asked = "".join(f"<h3>{ask}</h3><p>Yes, on weekdays.</p>" for ask in ("Do I wait?", "Is it dear?", "How soon?"))
    assert body(f"{data}<h1>Brakes</h1><p>{told}</p>{asked}", "/brakes.html").kind is K.SERVICE
    named = body(f"{data}<h1>You ask, we answer</h1><p>{told}</p>{asked}", "/brakes.html")
    assert (named.kind, named.kind_why) == (K.SUPPORT, "structured data: FAQPage")


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Health and Safety Policy", K.POLICY),
        ("Lone Working Policy and Procedures", K.POLICY),
        ("Our Home Insurance Policies", None),
    ],
)
def test_a_page_named_as_a_house_rule_is_one_and_an_insurers_ware_is_not(heading, kind):
    page = body(
        f"<h1>{heading}</h1><p>Everybody who works here reads it once a year and signs that he has.</p>",
        "/en/lone.html",
    )
    assert (page.kind is K.POLICY) is (kind is K.POLICY)
