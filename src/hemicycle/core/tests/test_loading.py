"""Files that people hand in are refused with file, row and column."""

import pytest

from hemicycle.core.loading import LoadRefused, rows, unique

COLUMNS = ("key", "name")


def written(folder, text, name="things.csv"):
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def refused(file):
    with pytest.raises(LoadRefused) as caught:
        unique(rows(file, COLUMNS), "key")
    return caught.value.row, caught.value.column


def test_a_good_file_gives_its_rows_with_their_numbers(tmp_path):
    file = written(tmp_path, 'key,name\r\nZM,"Zambia"\r\n\r\nMW, Malawi \r\n')

    found = rows(file, COLUMNS)

    assert [(row.number, row["key"], row["name"]) for row in found] == [(2, "ZM", "Zambia"), (4, "MW", "Malawi")]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", (1, "")),
        ("key\nZM\n", (1, "name")),
        ("key,name,colour\nZM,Zambia,green\n", (1, "colour")),
        ("key,name,name\nZM,Zambia,Zambia\n", (1, "name")),
        ("key,name\nZM\n", (2, "name")),
        ("key,name\nZM,Zambia\nMW,Malawi, and more\n", (3, "name")),
        ("key,name\nZM,Zambia\nZM,Again\n", (3, "key")),
        (b"key,name\nZM,Zambia\nFR,Fran\xe7ais\n", (3, "")),
    ],
)
def test_a_mistake_is_named_by_row_and_column(tmp_path, text, where):
    assert refused(written(tmp_path, text)) == where


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(LoadRefused) as caught:
        rows(tmp_path / "absent.csv", COLUMNS)

    assert str(caught.value) == f"{tmp_path / 'absent.csv'}: there is no such file."


def test_the_sentence_says_where_and_why(tmp_path):
    file = written(tmp_path, "key,name\nZM,\n")

    with pytest.raises(LoadRefused) as caught:
        rows(file, COLUMNS)[0].needed("name")

    assert str(caught.value) == f"{file}, row 2, column “name”: this cell is empty and must not be."
