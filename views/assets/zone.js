// Tells the form in which time zone the browser is, so that quiet hours are those of the person before it.
const zone = document.getElementById('zone');
if (zone && zone.value === '') zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
