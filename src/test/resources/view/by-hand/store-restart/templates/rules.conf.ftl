folder = [=params.folder]
host = [=host.name]
	indented with a tab
