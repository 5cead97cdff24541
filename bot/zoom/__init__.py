"""How Zoom speaks (pure files) and how we reach it (tokens, pacing, client). No other company, no storage."""
