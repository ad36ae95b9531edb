pytest_plugins = ["ocmw.testing.fixtures"]
