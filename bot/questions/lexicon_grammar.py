"""The small words that make a question: who, when, not, only, before, show. Rows only."""

from bot.questions.lexicon import Row

GRAMMAR: tuple[Row, ...] = (
    Row("what", "what", "what"),
    Row("which", "which", "which"),
    Row("why", "why", "why, how come, what for"),
    Row(
        "when",
        "when",
        """
        when, what time, at what time, at which time, what minute, which minute, what moment, at what point, what point,
        at which point, around what time
        """,
    ),
    Row("where", "where", "where, from where"),
    Row("how", "how", "how"),
    Row(
        "how_many",
        "how_many",
        """
        how many, how much, number of, percentage of, percent of, share of, proportion of, count of, what percentage,
        what share, count, howmany, headcount
        """,
    ),
    Row("or", "or", "or, vs, versus, v"),
    Row("and", "and", "and, plus, as well as"),
    Row("be", "be", "is, was, were, are, be, been, being, 's, am, has been, have been, had been, will be"),
    Row("do", "do", "did, do, does, had, has, have, having, got, get, gets, getting"),
    Row("can", "can", "can, could, should, would, may, might, must, shall, will, need, needs, shud"),
    Row(
        "show",
        "show",
        """
        show, show me, give, give me, list, list me, display, see, let me see, get me, i want, want, i need, print, can
        i have, can i see, i would like, send me, provide, provide me, find, find me, could you show me, can you show
        me, can you give me, could you give me, i want to see, i want to know, present
        """,
    ),
    Row(
        "only",
        "only",
        """
        only, just, merely, solely, exclusively, limited to, nobody but, purely, simply just, nothing but
        """,
    ),
    Row(
        "without",
        "without",
        """
        except, excepting, except for, excluding, without, but not, other than, apart from, minus, leaving out, not
        counting, ignoring, besides, aside from, skip, exclude, leave out, drop the, remove the, filter out, not
        including, ignore, everyone but, everybody but, all but, anyone but, not in, not on, not from, not using, not
        via, take out, hide, hiding, omit, omitting, drop all, get rid of
        """,
    ),
    Row(
        "usual",
        "usual",
        """
        always, usually, normally, typically, generally, often, regularly, usual, every time, every week, all the time
        lately, chronic, chronically, each time, as always, most of the time, habitually, recurring, repeat offender,
        frequently
        """,
    ),
    Row(
        "rated",
        "rated",
        """
        rated, measured, listed, scored, shown, included, in list, in report, visible, counted, labelled, labeled,
        marked, classed, tagged, flagged
        """,
    ),
    Row(
        "compare",
        "compare",
        """
        compare, compared, comparison, comparing, compares, relative to, next to, side by side, stack up, differ,
        difference, differences, against, versus, in relation to
        """,
    ),
    Row(
        "blame",
        "blame",
        """
        to blame, responsible, at fault, culprit, guilty, bottleneck, the reason, the cause, causing it, behind it,
        behind this, caused it, caused this, caused that, the problem, the issue, fault, reason, cause
        """,
    ),
    Row(
        "earlier",
        "earlier",
        """
        before, lately, recently, in past, in the past, previously, history, of late, these days, ever before, other
        calls, other meetings, past calls, past meetings, track record, previous calls, previous meetings, last time,
        last calls, last few calls, last meetings, prior calls
        """,
    ),
    Row(
        "ease",
        "ease",
        """
        stop, stopped, end, ended, recover, recovered, calm down, clear up, get better, got better, improve, improved,
        settle, settled, back to normal, normal again, fixed itself, go away, went away, resolved, resolve itself,
        finish, finished, okay again, good again, over again
        """,
    ),
    Row(
        "leaving",
        "leaving",
        """
        rejoin, rejoined, rejoining, reconnect, reconnected, reconnecting, disconnect, disconnected, disconnecting,
        kicked out, kicked off, thrown out, booted, dropped off, dropped out, drop off, drop out, dropping off, dropping
        out, leave, left, leaving, come back, came back, crash, crashed, crashes, hang up, hung up, lost connection,
        lose connection, lost {pronoun} connection, fell out, fall out, drop from, dropped from, got dropped, get
        dropped, was dropped, gets dropped, being dropped, drop from call, dropped from call, drop the call
        """,
    ),
    Row("than", "than", "than"),
    Row("part", "start", "start, beginning, at start, at beginning, opening, first part, early part"),
    Row("part", "end", "end, ending, at end, last part, final part, finish"),
    Row("part", "middle", "middle, in middle"),
    Row("superlative", "superlative", "worst, best, poorest"),
    Row("comparative", "comparative", "higher, lower, bigger, smaller, faster, slower, stronger, weaker, more"),
)
