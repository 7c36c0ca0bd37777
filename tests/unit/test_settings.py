from pathlib import Path

import pytest

from auditor.errors import ConfigError
from auditor.settings import delivery, describe, load, names


def test_later_sources_win(tmp_path: Path) -> None:
    config = tmp_path / "auditor.toml"
    config.write_text('max_pages = 10\ndelay = 2.0\nlanguage = "en"\n')
    settings = load(config, environ={"AUDITOR_MAX_PAGES": "20", "AUDITOR_DELAY": "3"}, flags={"max_pages": 30})
    assert (settings.max_pages, settings.delay, settings.timeout) == (30, 3.0, 30)


def test_an_unset_flag_does_not_hide_the_file(tmp_path: Path) -> None:
    config = tmp_path / "auditor.toml"
    config.write_text("fast = true\n")
    assert load(config, environ={}, flags={"fast": None}).fast


def test_a_misspelt_key_is_named_with_its_neighbour(tmp_path: Path) -> None:
    config = tmp_path / "auditor.toml"
    config.write_text("max-page = 10\n")
    with pytest.raises(ConfigError, match=r"Unknown setting 'max-page' in .*did you mean 'max_pages'\?"):
        load(config, environ={})


def test_a_bad_value_names_its_key_and_source() -> None:
    with pytest.raises(ConfigError, match="'max_pages' in the environment"):
        load(None, environ={"AUDITOR_MAX_PAGES": "many"})


@pytest.mark.parametrize(
    ("flags", "says"),
    [
        ({"max_pages": 0}, "Setting 'max_pages' on the command line: it takes a number from 1."),
        ({"delay": -1}, "Setting 'delay' on the command line: it takes a number from 0."),
        ({"timeout": 0}, "Setting 'timeout' on the command line: it takes a number above 0."),
        ({"max_pages": 10**6}, "Setting 'max_pages' on the command line: it takes a number up to 100,000."),
        ({"fast": "perhaps"}, "Setting 'fast' on the command line: it takes true or false."),
        ({"formats": ("pdf",)}, "Setting 'formats' on the command line: it takes 'html', 'json', 'csv' or 'md'."),
        ({"name": 3}, "Setting 'name' on the command line: it takes a text."),
        ({"include": 3}, "Setting 'include' on the command line: it takes a list; write include = [\"...\"]."),
    ],
)
def test_what_a_setting_takes_is_said_in_one_sentence(flags: dict[str, object], says: str) -> None:
    with pytest.raises(ConfigError) as wrong:
        load(None, environ={}, flags=flags)
    assert str(wrong.value) == says


def test_a_missing_config_file_is_an_error_only_when_it_was_asked_for(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="Cannot read"):
        load(tmp_path / "none.toml", environ={})


def test_broken_toml_is_one_sentence(tmp_path: Path) -> None:
    config = tmp_path / "auditor.toml"
    config.write_text("max_pages = = 1")
    with pytest.raises(ConfigError, match="is not valid TOML"):
        load(config, environ={})


def test_robots_are_ignored_only_by_an_owner() -> None:
    with pytest.raises(ConfigError, match="only together with --i-own-this-site"):
        load(None, environ={}, flags={"ignore_robots": True})
    assert load(None, environ={}, flags={"ignore_robots": True, "i_own_this_site": True}).ignore_robots


def test_lists_in_the_environment_are_separated_by_commas() -> None:
    settings = load(None, environ={"AUDITOR_EXCLUDE": "/blog/*, /news/*", "AUDITOR_FORMATS": "csv"})
    assert settings.exclude == ("/blog/*", "/news/*")
    assert settings.formats == ("csv",)


def test_every_setting_says_what_it_does() -> None:
    assert [name for name, _, text in describe() if len(text) < 15] == []
    assert [name for name, _, _ in describe() if not name.startswith("deliver.")] == list(names())


def test_where_messages_go_is_no_setting_of_a_run_and_no_error_tells_a_secret(tmp_path: Path) -> None:
    config = tmp_path / "auditor.toml"
    config.write_text('fast = true\n[deliver]\nwebhook = "https://hooks.example/T0/secret"\nsmtp-port = 2525\n')
    environ = {"AUDITOR_DELIVER_MAIL_TO": "a@example.org, b@example.org", "AUDITOR_DELIVER_SMTP_PASSWORD": "hunter2"}
    settings, to = load(config, environ=environ), delivery(config, environ=environ)
    assert (settings.fast, to.smtp_port, to.mail_to) == (True, 2525, ("a@example.org", "b@example.org"))
    assert to.webhook.get_secret_value() == "https://hooks.example/T0/secret"
    assert not any(secret in f"{to!r}{to.model_dump_json()}{settings!r}" for secret in ("T0/secret", "hunter2"))
    with pytest.raises(ConfigError, match="did you mean 'smtp_password'") as wrong:
        delivery(config, environ={"AUDITOR_DELIVER_SMTP_PASWORD": "hunter2"})
    assert "hunter2" not in str(wrong.value)
    with pytest.raises(ConfigError, match=r"deliver\.smtp_port") as wrong:
        delivery(config, environ={"AUDITOR_DELIVER_SMTP_PORT": "hunter2"})
    assert "hunter2" not in str(wrong.value)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            'proxy = "me:secret@nowhere"',
            "Setting 'proxy' in {}: it takes an address such as http://proxy.example:3128.",
        ),
        ('database = "mysql://me:secret@x"', "Setting 'database' in {}: it takes an address such as postgresql://"),
        (
            'min_score = "high"',
            "Setting 'min_score' in {}: it takes a number from 0 to 100, or NAME=NUMBER, not 'high'.",
        ),
        ("max_drop = 150", "Setting 'max_drop' in {}: it takes a number from 0 to 100, or NAME=NUMBER, not '150'."),
    ],
)
def test_a_wrong_value_is_told_with_its_file_and_what_is_allowed(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "auditor.toml"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        load(path, environ={})
    assert str(error.value).startswith(said.format(path))
    assert "secret" not in str(error.value)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("smtp_port = 99999", "Setting 'deliver.smtp_port' in {}: it takes a number up to 65,535."),
        ("mail_to = 4", "Setting 'deliver.mail_to' in {}: it takes a list; write mail_to = "),
        ('webhok = "x"', "Unknown setting 'deliver.webhok' in {}; did you mean 'webhook'?"),
    ],
)
def test_a_wrong_way_to_deliver_is_told_with_its_file(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "auditor.toml"
    path.write_text(f"[deliver]\n{line}\n", encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        delivery(path, environ={})
    assert str(error.value).startswith(said.format(path))
