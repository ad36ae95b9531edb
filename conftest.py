pytest_plugins = ["ocmw.testing.fixtures", "ocmw.testing.browser"]
