"""Office Open XML packages of strangers (ECMA-376 part 2): opened within limits or refused with a reason."""
