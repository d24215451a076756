"""What makes a page of incubation: its lines, words, clocks, masks. Queries read, pages say."""
