"""Reports that are taken back, denied or ruled out: what they tell is no capture, and what stands is read."""

from __future__ import annotations

from datetime import date

import pytest
from readings import in_report, read, read_extraction

from whoholds.model import EventType, Factuality, Stage
from whoholds.picture import ResolvedClaim

ON = date(2025, 1, 29)
TOLD = ("M23 had captured Goma", "Goma had fallen", "Goma had been captured")
TAKEN_BACK = [
    "Correction: an earlier report that {} was wrong.",
    "An earlier version of this report said that {}. That was incorrect.",
    "A previous report that {} has been withdrawn.",
    "Our report that {} was erroneous.",
    "We wrongly reported that {}.",
    "The agency mistakenly said that {}.",
    "AFP retracts its report that {}.",
    "AFP has retracted a story claiming that {}.",
    "The broadcaster deleted its post claiming that {}.",
    "The broadcaster apologised for reporting that {}.",
]
DENIED = [
    "The army denied that {}.",
    "The army denied M23 claims that {}.",
    "Reports that {} were false, the army said.",
    "There is no truth in reports that {}, the army said.",
    "The army dismissed claims on Telegram that {}.",
    "The claim that {} is false, the army said.",
    "M23 falsely claimed that {}.",
    "The army said that information that {} was not true.",
    "The army rejected M23's words that {}.",
    "A Congolese officer said posts that {} were untrue.",
]
CALLED_FALSE = [
    "This is fake news, a spokesman for the Congolese army wrote.",
    "“That's a lie,” the Congolese army said.",
    "That is not true, according to the Congolese army.",
    "The claim is pure disinformation, Congo's army said.",
]
OVERTURNED = [
    "{} It is false.",
    "{} That is what the rebels' posts say. It is false.",
    "{} The claim is Rwandan propaganda.",
    "{} None of this is true.",
    "{} Verdict: false.",
    "Hoax: {}",
    "FALSE: {}",
    "Fake: “{}”",
]
RETRACTED = [
    "AFP said {}. An hour later it retracted the alert.",
    "The rebels' outlet wrote that {}. It later deleted the post.",
    "Reuters reported that {}. Reuters withdrew the story on Monday.",
    "The governor said {}. He took back the claim within hours.",
    "The army said {}, but it later retracted the statement.",
    "A radio station said {}. It apologised for the report.",
]
STANDS = [
    "M23 captured an army post in Goma.",
    "M23 captured Goma. It withdrew its statement on the talks.",
    "M23 captured Goma. AFP retracted an earlier story on Uvira.",
    "M23 captured Goma. It removed the posts along the road.",
    "M23 captured Goma. The governor took back the claim that he was ill.",
    "The army said the report was false but M23 captured Goma.",
    "M23 captured Goma. That was a costly mistake.",
    "M23 captured Goma. It was not true that the army had fled, a general said.",
    "M23 captured Goma. This is no lie.",
    "M23 captured Goma. It is wrong to call that a truce.",
    "False papers helped: M23 captured Goma.",
    "In his words, M23 captured Goma.",
    "M23's spokesman announced the capture of Goma in a post on X.",
]
UNREAL = [
    "Had M23 captured Goma, the road would be open.",
    "The road would be open had rebel forces captured Goma.",
    "Had Goma fallen, the army would have said so.",
    "Had Goma been captured, the road would have been cut.",
]


def captures(text: str) -> list[ResolvedClaim]:
    return [claim for claim in read(text, ON) if claim.claim.type is EventType.CAPTURE]


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("frame", TAKEN_BACK)
def test_what_is_taken_back_is_no_claim_but_a_retraction(frame: str, told: str) -> None:
    text = frame.format(told)
    assert [claim.claim.type for claim in read(text, ON)] == []
    assert [one.place.span.of(text) for one in read_extraction(text, ON).retractions if one.place][:1] == [
        "Goma"
    ]


def test_what_stands_after_a_correction_is_read() -> None:
    taken_back = "Correction: an earlier report that M23 had captured Goma was wrong."
    text = f"{taken_back} The city remains under government control."
    (held,) = read(text, ON)
    assert (held.claim.type, held.place_name) == (EventType.HOLD, "Goma")


def test_what_a_corrected_story_says_is_read() -> None:
    (taken,) = read("This story has been corrected to say that M23 has captured Goma.", ON)
    assert (taken.claim.type, taken.claim.factuality) == (EventType.CAPTURE, Factuality.CERTAIN)


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("frame", DENIED)
def test_what_is_called_false_is_held(frame: str, told: str) -> None:
    assert [claim.claim.type for claim in read(frame.format(told), ON)] == [EventType.HOLD]


@pytest.mark.parametrize("text", UNREAL)
def test_what_would_have_been_was_not(text: str) -> None:
    assert captures(text) == []


@pytest.mark.parametrize("form", ["will not fall", "won’t fall", "will never fall", "shall not fall"])
def test_what_will_not_happen_is_no_event(form: str) -> None:
    assert read(f"“Goma {form},” the government spokesman said.", ON) == ()


def test_a_call_that_is_planned_is_still_to_come() -> None:
    (claim,) = read("“Goma will fall,” the M23 spokesman said.", ON)
    assert claim.claim.factuality is Factuality.FUTURE


def test_a_claim_on_a_channel_is_not_the_reports_own() -> None:
    text = "M23 has yet to capture Goma, despite claims on Telegram that the town fell on 20 January."
    found = {claim.claim.type: claim for claim in read(text, ON)}
    assert found[EventType.HOLD].claim.factuality is Factuality.CERTAIN
    taken = found[EventType.CAPTURE]
    assert (taken.claim.factuality, taken.relayed_by) == (Factuality.PROBABLE, "Telegram")
    assert taken.claim.attribution.unnamed


@pytest.mark.parametrize("verb", ["refused", "rejected", "turned down", "rebuffed"])
@pytest.mark.parametrize("call", ["an international call calling for", "a call for", "a UN appeal for", ""])
def test_a_call_that_is_refused(verb: str, call: str) -> None:
    (claim,) = read(f"The Taliban {verb} {call} a ceasefire in Kunduz.".replace("  ", " "))
    assert (claim.claim.stage, claim.claim.factuality) == (Stage.REFUSED, Factuality.CERTAIN)
    assert claim.actor == "Taliban"
    assert claim.claimer is None or "Taliban" in claim.claimer


@pytest.mark.parametrize(
    "words",
    [
        "The army said the city was still in its hands.",
        "The army said Goma remained under its control.",
        "The army said Goma was in its hands.",
        "“Goma is ours,” an army spokesman said.",
        "“Goma remains in our hands,” an army spokesman said.",
    ],
)
def test_its_hands_are_the_speakers(words: str) -> None:
    found = [
        claim
        for claim in read(f"M23 said it had captured Goma. {words}", ON)
        if claim.claim.type is EventType.HOLD
    ]
    (held,) = found
    assert (held.place_name, held.actor) == ("Goma", held.side)
    assert held.side not in (None, "M23")


@pytest.mark.parametrize(
    "words", ["Goma is out of our control, the army said.", "They lead to areas under its control near Goma."]
)
def test_what_is_out_of_ones_hands_is_not_held(words: str) -> None:
    held = [claim.claim for claim in read(words, ON) if claim.claim.type is EventType.HOLD]
    assert [claim for claim in held if claim.factuality is not Factuality.DENIED] == []


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("frame", RETRACTED)
def test_what_is_taken_back_right_after_is_no_claim(frame: str, told: str) -> None:
    assert read(frame.format(told), ON) == ()


@pytest.mark.parametrize("after", CALLED_FALSE)
def test_what_others_call_false_is_at_most_possible_and_never_their_own_words(after: str) -> None:
    told, denied = read(f"M23 took Goma. {after}", ON)
    assert (told.claim.type, told.claim.factuality) == (EventType.CAPTURE, Factuality.POSSIBLE)
    assert told.claimer is None
    assert (denied.claim.type.value, denied.actor) == ("hold", "Congolese government")


@pytest.mark.parametrize("frame", OVERTURNED)
def test_what_the_report_calls_false_is_no_claim(frame: str) -> None:
    assert read(frame.format("M23 has taken Goma."), ON) == ()


@pytest.mark.parametrize("text", STANDS)
def test_what_is_not_called_false_stands(text: str) -> None:
    assert [one.claim.factuality for one in captures(text)][:1] == [Factuality.CERTAIN]


@pytest.mark.parametrize(
    "text",
    [
        "A rumour spread that M23 had captured Goma, but residents said the town was calm and in army hands.",
        "Rumours circulated that M23 had taken Goma, but residents said that the city was in army hands.",
    ],
)
def test_a_rumour_that_is_spoken_against_is_at_most_possible(text: str) -> None:
    found = {(one.claim.type, one.claim.factuality, one.actor) for one in read(text, ON)}
    assert found == {
        (EventType.CAPTURE, Factuality.POSSIBLE, "M23"),
        (EventType.HOLD, Factuality.CERTAIN, "Congolese government"),
    }


# fmt: off
DATED = [
    "The agency retracts its report of 8 August that the Taliban captured Kunduz.",
    "The agency withdrew its report from 8 August that Kunduz had fallen.",
    "The agency withdrew its article of August 8 on the capture of Kunduz by the Taliban.",
    "The agency retracted Sunday's alert about the fall of Kunduz.",
    "The Taliban took back their claim that they had captured Kunduz.",
    "The Taliban dropped their claim to have captured Kunduz.",
    "The Taliban walked back their announcement that they had captured Kunduz.",
    "An earlier version said the Taliban had captured Kunduz.",
    "The agency has withdrawn its report of 8 August that the Taliban had captured Kunduz in the north.",
    "CORRECTION: In a story on Sunday, the agency said that the Taliban had captured Kunduz.",
    "Correction: In an article on 8 August, Wire reported that Kunduz had fallen.",
]
STANDING = [
    "The agency withdrew its reporter after the Taliban captured Kunduz.",
    "The agency withdrew its report after the Taliban captured Kunduz.",
    "The Taliban abandoned their posts and captured Kunduz.",
    "The Taliban repeated their claim that they had captured Kunduz.",
    "The army pulled its men out before the Taliban captured Kunduz.",
    "In a report on Sunday, the agency said that the Taliban had captured Kunduz.",
]
# fmt: on


@pytest.mark.parametrize("text", DATED)
def test_what_is_taken_back_is_no_claim_whatever_stands_between(text: str) -> None:
    assert [claim for claim in read(in_report(text)) if claim.claim.type is EventType.CAPTURE] == []


@pytest.mark.parametrize("text", STANDING)
def test_what_is_not_taken_back_stands(text: str) -> None:
    assert EventType.CAPTURE in {claim.claim.type for claim in read(in_report(text))}
