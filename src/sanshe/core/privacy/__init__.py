"""Personal data: encrypted fields, indexes that betray nothing, masks, and the public register of it all."""
