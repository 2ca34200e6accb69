"""Teaching: from one act that the person does to a rule for it, by names and shapes alone."""
