import './centre.css';
