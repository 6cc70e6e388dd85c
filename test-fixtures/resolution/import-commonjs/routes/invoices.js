const { client, trackServer } = require('../lib/mixpanel');

exports.payInvoice = async (req, res) => {
  const invoice = await req.app.locals.invoices.pay(req.params.id);
  trackServer('Invoice Paid', { distinct_id: req.user.id, amount: invoice.amount });
  client.people.increment(req.user.id, 'invoices_paid');
  res.json(invoice);
};
