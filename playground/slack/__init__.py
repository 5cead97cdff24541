"""A strict local Slack: Web API, Socket Mode and HTTP delivery, and the API of the page. Imports nothing of the bot."""
