"""Paragraphs set in lines: Chinese after CLREQ, English after Knuth and Plass, without any engine."""
