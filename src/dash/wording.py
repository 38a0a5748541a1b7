"""Words of the interface that more than one module says: each stands here, and nowhere else.

A word that one module alone says stands where it is said; a sentence that is built by rules is a
function of the room whose matter it is. `python -m tests.interface_words` lists all of them, and a
test finds a word that stands in two modules.
"""

# What the kinds of records are called: one of them, and several.
FIGURE, FIGURES = "Figure", "Figures"
STATEMENT, STATEMENTS = "Statement", "Statements"
DIFFERENCE, DIFFERENCES = "Difference", "Differences"
SLIDE, SLIDES = "Slide", "Slides"
EVENT, EVENTS = "Event", "Events"
PLACE, PLACES = "Place", "Places"
SOURCE, SOURCES = "Source", "Sources"

# Pages and what heads their parts.
THE_STORY = "The story"
WHERE_IT_HAPPENS = "Where it happens"
WHAT_HAPPENED_WHEN = "What happened when"
WHO_SAID_WHAT = "Who said what"
WHAT_THIS_RESTS_ON = "What this rests on"
SEARCH_THE_DOSSIER = "Search the dossier"
WHAT_WAS_SAID = "What was said"
WHERE_ACCOUNTS_DIFFER = "Where accounts differ"
WHERE_ACCOUNTS_PART = "Where accounts part ways"
OPEN_ANOTHER = "Open another dossier"
RECORDED_DEATHS, ALL_RECORDED_DEATHS = "Recorded deaths", "All recorded deaths"

# What a reader is offered to do.
VIEW = "View"
SHOW = "Show"
SEARCH = "Search"
FILTER = "Filter"
ALL = "All"
CHOOSE_A_PLACE = "Choose a place"
OPEN_THE_ORIGINAL = "Open the original"
ITS_WORDS_AND_SOURCE = "Its words and source"
COMPARED_WITH = "Compared with"
ALONE = "alone, under an address of its own"

# Names of columns and of lines at a record.
NUMBER = "Number"
LOW, BEST, HIGH = "Low", "Best", "High"
AMONG_WHOM = "Among whom"
FROM = "From"
WHO_SAYS_SO = "Who says so"
AREA = "Area"
TIME = "Time"
SINCE = "Since"
AS_OF = "As of"
RECOGNISED_AS = "Recognised as"
CONTROLLED_BY = "Controlled by"
TOPIC = "Topic"
KIND = "Kind"
NOTE = "Note"
TABLE = "Table"
PARAGRAPH = "Paragraph"
WORDS = "Words"
RESTS_ON_THE_WORDS = "It rests on the words"
HOW_FAR_CHECKED = "How far it was checked"

# What is said where nothing is on record.
NOT_STATED = "not stated"
NOBODY_NAMED = "nobody named"
SPEAKER_NOT_NAMED = "speaker not named"
CHANNEL_NOT_STATED = "channel not stated"
DATE_NOT_STATED = "date not stated"
DATE_NOT_ON_RECORD = "date not on record"
NO_SUCH_RECORD = (
    "No such record: the address may be of another dossier, or the record was taken out."
)
NO_PROBLEMS = "No problems."

# How a number is meant, before it.
AT_LEAST, MORE_THAN, ABOUT = "at least", "more than", "about"
# The marks of one number, and of one that is about right.
MARK_OF_ONE, MARK_OF_ABOUT = "● one number", "◇ about"
