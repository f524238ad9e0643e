// Whoever is signed out, or was away too long, meets our own sign-in: the forms of the web applications are closed.
export default ['tasklist', 'cockpit'].map((app) => ({
  id: 'minqing.signIn',
  pluginPoint: app + '.login',
  priority: 1000,
  render: () => window.location.replace('/sign-in?ended=away'),
}));
