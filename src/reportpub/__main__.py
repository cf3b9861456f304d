"""The command line as `python -m reportpub`."""

from reportpub.cli import main_entry

if __name__ == "__main__":
    main_entry()
