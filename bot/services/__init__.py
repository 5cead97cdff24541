"""What the bot does, a file per ability: ports in, values out. Services await ports and never name an adapter."""
