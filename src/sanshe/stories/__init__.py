"""Stories: what people at the front tell, each sentence with its source, each person with their consent."""
