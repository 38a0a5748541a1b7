"""Does a copy of the story still say what each record rests on?"""
