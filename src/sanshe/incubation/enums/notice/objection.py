"""What the record calls an objection to the public list."""

KIND = "incubation.objection"
