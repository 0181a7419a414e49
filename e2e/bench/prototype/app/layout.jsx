import { Styles } from './styles.jsx';

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>
        <Styles>{children}</Styles>
      </body>
    </html>
  );
}
