track('Options Opened');
