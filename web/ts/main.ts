// Where the script begins: it says that script is there, then starts each behaviour.
document.documentElement.classList.add('js');
