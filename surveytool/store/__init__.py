"""The encrypted file: journal, standing values, search, migrations, backup."""
