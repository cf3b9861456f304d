"""How an edition looks: tokens, faces and the printer's job."""
