"""What the answer desk finds in many wordings, and what it does not take for what it is not."""

import pytest

from liptwitch.science import answer_checks
from liptwitch.science.answer_checks import checks
from liptwitch.science.readability import grade


def check(name, text, must_name=()):
    return next(one for one in checks(text, must_name) if one.name == name)


ACTIONS = [
    "See a doctor.",
    "Please call your GP.",
    "Go to the nearest emergency department.",
    "Ring 999.",
    "You need to be seen.",
    "Ask a pharmacist about your pills.",
    "Book an appointment.",
    "Have it looked at by somebody who can examine you.",
    "Don’t stop the tablets on your own.",
    "Get to A&E.",
    "Please have this checked.",
    "Cut down on coffee.",
    "Contact your dentist.",
    "Talk to a nurse on the helpline.",
]
NO_ACTIONS = [
    "",
    "I am sorry to hear that.",
    "Twitches are common.",
    "Many people ask us this.",
    "The lip is moved by the facial nerve.",
]
TIMES = [
    "See somebody today.",
    "Go now.",
    "Within a week.",
    "In the next two weeks.",
    "In two to three days.",
    "If it lasts for more than two weeks.",
    "Be seen this week.",
    "Call straight away.",
    "Same day, please.",
    "by Friday",
    "Within 24 hours.",
    "after another few days within a fortnight",
]
NO_TIMES = ["", "See a doctor.", "Soon.", "It can take long.", "Some day you will laugh."]
NETS = [
    "If your face droops, call 999.",
    "Call an ambulance if your speech slurs.",
    "Should it spread to the eye, see a doctor sooner.",
    "Go at once when your arm feels weak.",
    "Come back if it gets worse.",
    "Watch for warning signs.",
    "When you cannot close your eye, get help.",
    "If you get a fever or a rash, go to hospital.",
]
NO_NETS = [
    "",
    "See a doctor today.",
    "If only I knew.",
    "It goes by itself.",
    "Call your doctor within a week.",
]
DIAGNOSES = [
    "You have a migraine.",
    "You have a tic.",
    "You've got Bell's palsy.",
    "This is just stress.",
    "It is probably hemifacial spasm.",
    "Your twitch is caused by low calcium.",
    "This is harmless.",
    "You are fine.",
    "It is nothing to worry about.",
    "My diagnosis is simple.",
    "You are having a stroke.",
    "It’s late, but this is clearly a seizure.",
]
NO_DIAGNOSES = [
    "It may be a migraine.",
    "This could be a seizure.",
    "Nobody can tell from here whether it is a stroke.",
    "If you have a migraine, say so.",
    "It is not stress alone.",
    "You have described a numb lip.",
    "A doctor can find out what it is.",
    "You have had this for three weeks.",
    "Tell them whether you have epilepsy.",
    "Stress is common.",
]


@pytest.mark.parametrize(
    ("name", "text", "met"),
    [
        *(("action", text, True) for text in ACTIONS),
        *(("action", text, False) for text in NO_ACTIONS),
        *(("time_frame", text, True) for text in TIMES),
        *(("time_frame", text, False) for text in NO_TIMES),
        *(("safety_net", text, True) for text in NETS),
        *(("safety_net", text, False) for text in NO_NETS),
        *(("no_diagnosis", text, False) for text in DIAGNOSES),
        *(("no_diagnosis", text, True) for text in NO_DIAGNOSES),
    ],
)
def test_a_wording(name, text, met):
    assert check(name, text).met is met


def test_a_check_names_the_words_it_goes_by():
    assert check("action", "I think: see your GP today.").found == ("see your gp",)
    assert "today" in check("time_frame", "I think: see your GP today.").found
    assert check("no_diagnosis", "This is just stress.").found == ("this is just stress",)


def test_signs_of_this_case_are_looked_for_by_the_beginnings_of_words():
    signs = [{"what": "a drooping face", "patterns": ["droop", "lopsided"]}]
    assert check("names: a drooping face", "If it is DROOPING", signs).found == ("drooping",)
    assert not check("names: a drooping face", "If it hurts", signs).met


def test_length_and_grade_are_counted():
    text = "See a doctor today. " * 30
    length = check("length", text)
    assert (length.value, length.met) == (120, True)
    assert not check("length", text + "please").met
    level = check("grade", text)
    assert level.value == round(grade(text), 1)
    assert level.met
    hard = "Immediate otorhinolaryngological consultation is imperative notwithstanding remission."
    assert not check("grade", hard).met


def test_an_empty_answer_meets_nothing():
    assert [one.name for one in checks("") if one.met] == []


def test_every_check_is_there_once():
    names = [one.name for one in checks("x", [{"what": "a hiss", "patterns": ["hiss"]}])]
    assert names == [
        "action", "time_frame", "safety_net", "names: a hiss", "no_diagnosis", "grade", "length",
    ]  # fmt: skip
    assert set(answer_checks.patterns()) > {"action", "time_frame", "safety_net", "diagnosis"}
