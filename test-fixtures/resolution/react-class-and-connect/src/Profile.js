import React from 'react';
import { connect } from 'react-redux';
import { trackEvent } from './actions';

class Profile extends React.Component {
  componentDidMount() {
    this.props.trackEvent('Profile Viewed', { own: true });
  }

  render() {
    return <h1>{this.props.title}</h1>;
  }
}

export default connect(null, { trackEvent })(Profile);
