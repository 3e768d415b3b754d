module.exports = {
  docs: [
    'intro',
    {type: 'category', label: 'Set up', items: ['setup/install', 'setup/first-run']},
  ],
};
