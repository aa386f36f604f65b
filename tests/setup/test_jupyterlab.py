"""JupyterLab opens quietly, on the first lesson, and keeps what a widget holds."""

import json


def settings(project, name):
    return json.loads((project / "etc" / "jupyter" / name).read_text("utf-8"))


def test_no_question_about_news_and_no_look_for_updates(project):
    overrides = settings(project, "labconfig/default_setting_overrides.json")
    assert overrides["@jupyterlab/apputils-extension:notification"] == {
        "fetchNews": "false",
        "checkForUpdates": False,
    }


def test_widget_state_is_saved(project):
    overrides = settings(project, "labconfig/default_setting_overrides.json")
    assert overrides["@jupyter-widgets/jupyterlab-manager:plugin"] == {"saveState": True}


def test_the_first_page_is_the_first_lesson(project):
    address = settings(project, "jupyter_lab_config.json")["LabApp"]["default_url"]
    assert (project / address.removeprefix("/lab/tree/")).is_file(), "run make build"


def test_nothing_is_looked_up_in_a_list_of_extensions(project):
    assert settings(project, "jupyter_lab_config.json")["LabApp"]["extension_manager"] == "readonly"


def test_jupyterlab_reads_these_files(setup, monkeypatch):
    from jupyter_server.services.config.manager import ConfigManager

    path = setup.surroundings("/somewhere/python")["JUPYTER_CONFIG_PATH"]
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", path)
    overrides = ConfigManager(config_dir_name="labconfig").get("default_setting_overrides")
    assert overrides["@jupyter-widgets/jupyterlab-manager:plugin"]["saveState"] is True


def test_a_terminal_exports_pages_as_the_server_does(project):
    """One setting for the menu's export, one for `jupyter nbconvert`: Jupyter reads two files."""
    server = settings(project, "jupyter_server_config.json")
    terminal = settings(project, "jupyter_nbconvert_config.json")
    assert terminal == {name: server[name] for name in terminal}
    assert terminal["ClearMetadataPreprocessor"]["enabled"] is True
