"""The typography of a finished PDF, judged by where its glyphs stand, whatever program set them."""
