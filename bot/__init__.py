"""What stays true whoever is calling: call quality, how Zoom speaks, where things are kept, what we say."""
