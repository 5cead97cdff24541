"""A long, rough run: calls told in disorder to a bot that is killed again and again; and then the books."""
