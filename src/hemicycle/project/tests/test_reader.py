"""Settings are read with a type, from the environment or a file, and refused in a sentence."""

import pytest

from hemicycle.project.reader import Reader, SettingRefused


def test_a_text_comes_from_the_environment_without_space_around_it():
    assert Reader({"NAME": "  value \n"}).text("NAME") == "value"


def test_a_text_that_is_not_given_is_the_default():
    assert Reader({}).text("NAME", "default") == "default"


def test_a_value_may_stand_in_a_file(tmp_path):
    file = tmp_path / "secret"
    file.write_text("from the file\n", encoding="utf-8")

    assert Reader({"NAME": "from the environment", "NAME_FILE": str(file)}).text("NAME") == "from the file"


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    missing = tmp_path / "missing"

    with pytest.raises(SettingRefused) as refused:
        Reader({"NAME_FILE": str(missing)}).text("NAME")

    assert str(refused.value) == f"NAME_FILE names {missing}, which cannot be read: No such file or directory."


@pytest.mark.parametrize(("word", "meaning"), [("yes", True), ("On", True), ("1", True), ("no", False), ("", False)])
def test_a_flag_is_yes_or_no_in_several_words(word, meaning):
    assert Reader({"NAME": word}).flag("NAME", default=True) is meaning


def test_a_flag_of_another_word_is_refused():
    with pytest.raises(SettingRefused) as refused:
        Reader({"NAME": "perhaps"}).flag("NAME", default=True)

    assert str(refused.value) == "NAME is “perhaps”; use yes or no."


@pytest.mark.parametrize("word", ["0", "65536", "-1", "8000.5", "eight", "²", ""])
def test_a_number_out_of_its_range_is_refused(word):
    with pytest.raises(SettingRefused) as refused:
        Reader({"PORT": word}).number("PORT", 8000, least=1, most=65535)

    assert str(refused.value) == f"PORT is “{word}”; use a whole number from 1 to 65535."


def test_a_number_is_read():
    assert Reader({"PORT": "8080"}).number("PORT", 8000, least=1, most=65535) == 8080


def test_words_are_parted_by_commas():
    assert Reader({"HOSTS": "a.example, b.example,,"}).words("HOSTS") == ["a.example", "b.example"]


def test_a_choice_that_is_not_offered_names_those_that_are():
    with pytest.raises(SettingRefused) as refused:
        Reader({"LOG": "LOUD"}).choice("LOG", "INFO", ("INFO", "ERROR"))

    assert str(refused.value) == "LOG is “LOUD”; use one of: INFO, ERROR."


def test_a_folder_is_made_absolute(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert Reader({"DATA": "var"}).folder("DATA", tmp_path) == tmp_path / "var"
