"""The people and channels of the playground's company. Data only."""

from playground.slack.model import Channel, User

TEAM_ID, TEAM_NAME, TEAM_DOMAIN = "T0PLAYGRND", "Northwind", "northwind"
OTHER_TEAM_ID = "T0ACMECORP"
APP_ID, BOT_ID = "A0QOSAPP01", "B0QOSBOT01"

BOT = User("U0QOSBOT01", "qos", "QoS", "#2c2d30", bot_id=BOT_ID)
LEE = User("U0LEEPARK1", "lee", "Lee Park", "#4a154b", "Europe/London", 0, email="lee.park@northwind.example")
ANA = User("U0ANASOUZA", "ana", "Ana Souza", "#1264a3", "Europe/Lisbon", 0, email="ana.souza@northwind.example")
KOFI = User("U0KOFIMENS", "kofi", "Kofi Mensah", "#007a5a", "Africa/Accra", 0, email="kofi.mensah@northwind.example")
SAM = User(
    "U0SAMREYES", "sam", "Sam Reyes", "#e8912d", "America/Los_Angeles", -28_800, OTHER_TEAM_ID, "sam@acme.example"
)

_STAFF = {LEE.id, ANA.id, KOFI.id}


def users() -> list[User]:
    return [LEE, ANA, KOFI, SAM, BOT]


def channels() -> list[Channel]:
    """Fresh channels, one of each kind that matters to an app that posts."""
    return [
        Channel("C0HELPDESK", "av-helpdesk", "public", {*_STAFF, BOT.id}, "Meeting rooms, Zoom and headsets",
                "The bot is here. Type /qos to see who had the worst call."),
        Channel("C0AVALERTS", "av-alerts", "public", {*_STAFF, BOT.id}, "Calls that go badly, while they do",
                "The bot is here. /qos subscribe chooses what this channel hears of."),
        Channel("C0GENERAL1", "general-it", "public", {*_STAFF}, "Everything IT",
                "Public, and the bot has not joined yet."),
        Channel("C0EXECSUPP", "exec-support", "private", {*_STAFF}, "Executive calls",
                "Private: the bot is not a member until someone invites it."),
        Channel("C0AVLEADS1", "av-leads", "private", {*_STAFF, BOT.id}, "AV team leads",
                "Private, and the bot is a member."),
        Channel("C0OLDCALLS", "old-calls", "public", {*_STAFF, BOT.id}, "Closed",
                "Archived: nothing can be posted here.",
                is_archived=True),
        Channel("C0EXTACME1", "ext-acme", "public", {*_STAFF, SAM.id, BOT.id}, "With Acme",
                "Shared with another company: what is posted here leaves the house.", is_shared=True),
        Channel("D0LEEQOS01", "qos", "im", {LEE.id, BOT.id}, "",
                "Your conversation with the bot. Ask it anything about a call."),
        Channel("D0LEEANA01", "ana", "im", {LEE.id, ANA.id}, "", "You and Ana. Apps cannot post here."),
        Channel("G0LEEANAKO", "mpdm-lee--ana--kofi-1", "mpim", {*_STAFF}, "", "A group of three, without the bot."),
    ]  # fmt: skip
