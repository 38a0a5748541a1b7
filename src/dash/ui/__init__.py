"""The only modules, beside app.py and pages/, that import Streamlit."""
