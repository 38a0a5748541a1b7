"""What a run costs, measured on a real server through Streamlit's own protocol.

A *first run* is what a reader waits for who opens a page in a new tab: the
page's script from top to bottom, everything sent. A *rerun* is what follows
when the reader changes something: the client sets the next value of the
page's first widget that has several and sends it as a browser would, with the
hashes of what it already has. A *fragment rerun* is the same with the first
widget inside a fragment. A page without such a widget is rerun unchanged.

Time runs from the request to the message that the script has finished, as the
client sees it on the same machine; what the browser does after that, drawing,
is not in it. CPU is that of the server's process, and includes the garbage
collection that follows a run.
"""
