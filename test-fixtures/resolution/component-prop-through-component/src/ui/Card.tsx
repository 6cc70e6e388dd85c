import React from 'react';
import { Link } from './Link';

interface CardProps {
  title: string;
  to: string;
  clickEvent: string;
}

export const Card = (props: CardProps) => (
  <article>
    <Link href={props.to} trackAs={props.clickEvent}>
      {props.title}
    </Link>
  </article>
);
