"""A local Zoom: believable calls and the REST operations that tell of them. Knows nothing of who asks."""
