import mixpanel from 'mixpanel-browser';

mixpanel.init('11112222333344445555666677778888', { debug: false }, 'internal');
const partner = mixpanel.init('88887777666655554444333322221111', {}, 'partner');

export function shared(documentId: string) {
  mixpanel.internal.track('Document Shared', { document_id: documentId });
  partner.track('Partner Document Shared', { document_id: documentId });
}
